/* Buttons that copy a piece of the page. */
(function () {
  'use strict';
  document.querySelectorAll('button[data-copy]').forEach(function (button) {
    if (!navigator.clipboard) { button.hidden = true; return; }
    var label = button.textContent;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(function () {
        button.textContent = button.dataset.done;
        setTimeout(function () { button.textContent = label; }, 2000);
      });
    });
  });
})();
