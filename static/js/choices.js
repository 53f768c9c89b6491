/* Restores what the reader chose before anything is drawn: colours, layers, strength. Runs in <head>, so it is short. */
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  function chosen(key) {
    try { return localStorage.getItem('fundstelle-' + key); } catch (error) { return null; }
  }
  var theme = chosen('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
})();
