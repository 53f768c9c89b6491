/* Following one entity from mention to mention and back to where one was reading, the map of the article, and the panel as a
   sheet on small screens. Keys: n and p for next and previous, Escape to stop. */
(function () {
  'use strict';
  var panel = document.getElementById('in-this-article');
  var stepper = document.querySelector('.stepper');
  if (!panel || !stepper) return;
  var all = Array.prototype.slice.call(document.querySelectorAll('.article-header .m, .text .m, .text .figure, .text .date'));
  var name = stepper.querySelector('.stepper-name');
  var count = stepper.querySelector('.stepper-count');
  var back = stepper.querySelector('.stepper-back');
  var calm = matchMedia('(prefers-reduced-motion: reduce)');
  var row = [], at = -1, before = null;

  /* What belongs together: mentions by the page they lead to; figures and dates by layer. */
  function key(mark) {
    if (mark.classList.contains('figure')) return 'figure';
    if (mark.classList.contains('date')) return 'date';
    return mark.getAttribute('href') || mark.dataset.href;
  }
  function heading(mark) {
    var found = key(mark);
    var entry = found === 'figure' || found === 'date'
      ? panel.querySelector('#panel-' + found + ' h3')
      : entryOf(mark);
    return entry ? entry.textContent.trim() : mark.textContent;
  }
  function entryOf(mark) {
    var same = all.filter(function (other) { return key(other) === key(mark); });
    var first = same.find(function (other) { return !other.classList.contains('demonym'); }) || same[0];
    var entry = first && panel.querySelector('.entry[href="#' + first.id + '"]');
    return entry && entry.querySelector('.entry-name');
  }

  function stop() {
    all.forEach(function (mark) { mark.classList.remove('same', 'here'); });
    panel.querySelectorAll('[aria-current]').forEach(function (entry) { entry.removeAttribute('aria-current'); });
    row = []; at = -1; before = null;
    stepper.hidden = true;
    document.body.classList.remove('stepping');
  }
  function follow(mark, jump) {
    if (row.indexOf(mark) < 0) {
      var place = before;
      stop();
      before = place === null && jump ? scrollY : place;
      row = all.filter(function (other) { return key(other) === key(mark); });
      row.forEach(function (other) { other.classList.add('same'); });
      /* Counts are of names; "russische" is shown but passed over, unless one starts from there. */
      if (!mark.classList.contains('demonym')) row = row.filter(function (other) { return !other.classList.contains('demonym'); });
    }
    go(row.indexOf(mark), jump);
  }
  function go(number, jump) {
    if (row[at]) row[at].classList.remove('here');
    at = (number + row.length) % row.length;
    var mark = row[at];
    mark.classList.add('here');
    panel.querySelectorAll('[aria-current]').forEach(function (entry) { entry.removeAttribute('aria-current'); });
    var figures = mark.classList.contains('figure') || mark.classList.contains('date');
    var label = figures ? null : entryOf(mark);
    var entry = figures ? panel.querySelector('.entry[href="#' + mark.id + '"]') : label && label.parentNode;
    if (entry) {
      entry.setAttribute('aria-current', 'true');
      entry.dispatchEvent(new CustomEvent('fundstelle-followed', { bubbles: true }));
    }
    name.textContent = heading(mark);
    count.textContent = stepper.dataset.words.replace('{n}', at + 1).replace('{all}', row.length);
    back.hidden = before === null;
    stepper.hidden = false;
    document.body.classList.add('stepping');
    if (jump) {
      mark.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
      try { history.replaceState(history.state, '', '#' + mark.id); } catch (error) { /* file:// in some browsers */ }
      (mark.matches('a') ? mark : mark.querySelector('a') || mark).focus({ preventScroll: true });
    }
  }
  function nearest() {
    return all.find(function (mark) { return mark.classList.contains('m') && mark.getBoundingClientRect().top > 60; }) || all[0];
  }
  function step(by) {
    var focused = document.activeElement && document.activeElement.closest('.m');
    if (row.length && (!focused || row.indexOf(focused) >= 0)) { before = before === null ? scrollY : before; go(at + by, true); }
    else if (focused && all.indexOf(focused) >= 0) follow(focused, true);
    else if (all.length) follow(nearest(), true);
  }

  panel.addEventListener('click', function (event) {
    var entry = event.target.closest('.entry');
    var mark = entry && document.getElementById(entry.hash.slice(1));
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (sheet && sheet.open) sheet.close();
    if (row.indexOf(mark) >= 0 && key(mark) !== 'figure' && key(mark) !== 'date') go(at + 1, true);
    else follow(mark, true);
  });
  stepper.querySelector('.stepper-next').addEventListener('click', function () { step(1); });
  stepper.querySelector('.stepper-previous').addEventListener('click', function () { step(-1); });
  stepper.querySelector('.stepper-close').addEventListener('click', stop);
  back.addEventListener('click', function () {
    var place = before;
    stop();
    scrollTo({ top: place, behavior: calm.matches ? 'auto' : 'smooth' });
  });
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select, dialog, [contenteditable]')) return;
    if (event.key === 'n') step(1);
    else if (event.key === 'p') step(-1);
    else if (event.key === 'Escape' && !stepper.hidden && !document.querySelector('.card-pop:not([hidden])')) stop();
  });
  /* Steps from a card on small screens. */
  document.addEventListener('fundstelle-follow', function (event) { follow(event.target, true); });

  /* Someone who comes by a link to one mention can go on from there. */
  function arrive() {
    var mark = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (mark && all.indexOf(mark) >= 0) follow(mark, false);
  }
  addEventListener('hashchange', arrive);
  arrive();

  /* The map of the article: a frame shows what of the text is in the window, and a click goes to that part of it. */
  var map = panel.querySelector('.minimap');
  var frame = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  frame.setAttribute('class', 'minimap-frame');
  frame.setAttribute('height', map.viewBox.baseVal.height);
  map.prepend(frame);
  var drawing = 0;
  function frameWindow() {
    drawing = 0;
    var text = document.getElementById('text').getBoundingClientRect();
    function share(y) { return map.viewBox.baseVal.width * Math.max(0, Math.min(1, (y - text.top) / text.height)); }
    var from = share(0), to = share(innerHeight);
    frame.setAttribute('x', from);
    /* Where all of the text is in sight a frame around it says nothing. */
    frame.setAttribute('width', to - from < map.viewBox.baseVal.width ? to - from : 0);
  }
  function frameSoon() { drawing = drawing || requestAnimationFrame(frameWindow); }
  addEventListener('scroll', frameSoon, { passive: true });
  addEventListener('resize', frameSoon);
  frameSoon();
  map.addEventListener('click', function (event) {
    var box = map.getBoundingClientRect(), text = document.getElementById('text').getBoundingClientRect();
    scrollTo({ top: scrollY + text.top + text.height * (event.clientX - box.left) / box.width - innerHeight / 3, behavior: calm.matches ? 'auto' : 'smooth' });
  });

  /* The panel as a sheet. */
  var bar = document.querySelector('.lower-bar');
  var sheet = null;
  if (bar && window.HTMLDialogElement) {
    bar.addEventListener('click', function (event) {
      event.preventDefault();
      if (!sheet) {
        sheet = document.createElement('dialog');
        sheet.className = 'sheet panel';
        sheet.setAttribute('aria-labelledby', 'panel-heading');
        var close = document.createElement('button');
        close.type = 'button';
        close.className = 'tool sheet-close';
        close.textContent = '✕';
        close.setAttribute('aria-label', panel.dataset.close);
        close.addEventListener('click', function () { sheet.close(); });
        sheet.append(close);
        sheet.addEventListener('close', function () {
          panel.append(sheet.querySelector('.panel-inside'));
          panel.style.minBlockSize = '';
        });
        sheet.addEventListener('click', function (inner) { if (inner.target === sheet) sheet.close(); });
        panel.append(sheet);
      }
      /* The page below keeps its length, and the reader the place. */
      panel.style.minBlockSize = panel.offsetHeight + 'px';
      sheet.append(panel.querySelector('.panel-inside'));
      sheet.showModal();
    });
  }
})();
