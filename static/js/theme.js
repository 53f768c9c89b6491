/* The switch between light, dark and as the system has it. */
(function () {
  'use strict';
  var button = document.querySelector('.theme-switch');
  if (!button) return;
  var root = document.documentElement;
  function show() {
    var label = button.dataset[root.dataset.theme || 'auto'];
    button.setAttribute('aria-label', label);
    button.title = label;
  }
  button.addEventListener('click', function () {
    var order = matchMedia('(prefers-color-scheme: dark)').matches ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
    var next = order[(order.indexOf(root.dataset.theme || 'auto') + 1) % 3];
    if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
    try {
      if (next === 'auto') localStorage.removeItem('fundstelle-theme'); else localStorage.setItem('fundstelle-theme', next);
    } catch (error) { /* a browser that keeps nothing still switches */ }
    show();
  });
  show();
})();
