/* Follows a name in the network: while the pointer or the keyboard is on it, what it is not tied to steps back. The drawing is
   complete without it. */
(() => {
  'use strict';
  for (const drawing of document.querySelectorAll('.network')) {
    const knots = [...drawing.querySelectorAll('.knot')];
    const lines = [...drawing.querySelectorAll('line')].map((element) => ({ element, ends: element.dataset.ends.split(' ').map(Number) }));

    const follow = (knot) => {
      const number = knots.indexOf(knot);
      drawing.classList.toggle('following', number >= 0);
      const near = new Set([number]);
      for (const { element, ends } of lines) {
        const lit = ends.includes(number);
        element.classList.toggle('lit', lit);
        if (lit) ends.forEach((end) => near.add(end));
      }
      knots.forEach((other, place) => other.classList.toggle('lit', near.has(place)));
    };
    const at = (target) => target && target.closest && target.closest('.knot');
    drawing.addEventListener('pointerover', (event) => follow(at(event.target)));
    drawing.addEventListener('pointerleave', () => follow(at(document.activeElement)));
    drawing.addEventListener('focusin', (event) => follow(at(event.target)));
    drawing.addEventListener('focusout', () => follow(null));
  }
})();
