/* The legend: switches layers and their strength, remembers both, and keeps them in the address so that they can be shared. */
(function () {
  'use strict';
  var boxes = Array.prototype.slice.call(document.querySelectorAll('.chip input'));
  var radios = Array.prototype.slice.call(document.querySelectorAll('[name="strength"]'));
  if (!boxes.length) return;
  var root = document.documentElement;

  function layer(box) { return box.id.replace('layer-', ''); }
  function off() { return (root.dataset.off || '').split(' ').filter(Boolean); }
  function keep(key, value) {
    try {
      if (value) localStorage.setItem('fundstelle-' + key, value); else localStorage.removeItem('fundstelle-' + key);
    } catch (error) { /* a browser that keeps nothing still switches */ }
  }
  function address() {
    var query = new URLSearchParams(location.search);
    var on = ['person', 'place', 'organisation', 'figure', 'date'].filter(function (name) { return off().indexOf(name) < 0; });
    if (off().length) query.set('layers', on.join(',')); else query.delete('layers');
    if (root.dataset.strength) query.set('strength', root.dataset.strength); else query.delete('strength');
    var text = query.toString().replace(/%2C/g, ',');
    try {
      history.replaceState(history.state, '', location.pathname + (text ? '?' + text : '') + location.hash);
    } catch (error) { /* from file:// some browsers keep the address as it is */ }
  }

  boxes.forEach(function (box) {
    box.checked = off().indexOf(layer(box)) < 0;
    box.addEventListener('change', function () {
      var names = off().filter(function (name) { return name !== layer(box); });
      if (!box.checked) names.push(layer(box));
      if (names.length) root.dataset.off = names.join(' '); else delete root.dataset.off;
      keep('off', names.join(' '));
      address();
    });
  });
  radios.forEach(function (radio) {
    radio.checked = radio.value === (root.dataset.strength || 'quiet');
    radio.addEventListener('change', function () {
      if (radio.value === 'quiet') delete root.dataset.strength; else root.dataset.strength = radio.value;
      keep('strength', root.dataset.strength || '');
      address();
    });
  });
})();
