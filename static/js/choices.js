/* Restores what the reader chose before anything is drawn: colours, layers, strength. Runs in <head>, so it is short. */
(function () {
  'use strict';
  var root = document.documentElement;
  var layers = ['person', 'place', 'organisation', 'figure', 'date'];
  root.classList.add('js');
  function chosen(key) {
    try { return localStorage.getItem('fundstelle-' + key); } catch (error) { return null; }
  }
  var theme = chosen('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  /* The address wins over what was chosen before: a link shows what its sender saw. */
  var query = new URLSearchParams(location.search);
  var on = query.has('layers') ? query.get('layers').split(/[ ,]+/) : null;
  var off = on ? layers.filter(function (layer) { return on.indexOf(layer) < 0; }).join(' ') : chosen('off');
  if (off) root.dataset.off = off;
  var strength = query.get('strength') || chosen('strength');
  if (strength === 'off' || strength === 'full') root.dataset.strength = strength;
})();
