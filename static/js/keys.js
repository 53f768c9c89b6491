/* The list of keys, by `?` or by its button. */
(function () {
  'use strict';
  var list = document.querySelector('dialog.keys');
  if (!list || !list.showModal) return;
  function show() { if (!document.querySelector('dialog[open]')) list.showModal(); }
  document.querySelectorAll('.keys-button').forEach(function (button) { button.addEventListener('click', show); });
  list.querySelector('.sheet-close').addEventListener('click', function () { list.close(); });
  list.addEventListener('click', function (event) { if (event.target === list) list.close(); });
  document.addEventListener('keydown', function (event) {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]')) return;
    event.preventDefault();
    show();
  });
})();
