/* Where the row of sections is wider than the window, the one the reader is in is brought into view. */
(function () {
  'use strict';
  var here = document.querySelector('.masthead-nav [aria-current]');
  var row = here && here.closest('ul');
  if (!row) return;
  var one = here.getBoundingClientRect(), all = row.getBoundingClientRect();
  row.scrollLeft += one.left + one.width / 2 - all.left - all.width / 2;
})();
