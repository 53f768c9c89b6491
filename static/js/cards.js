/* Cards: who or what a mention names, beside it after a moment of hovering or on keyboard focus, as a sheet on touch.
   As WCAG 1.4.13 asks: Escape closes, the pointer may go onto the card, and it stays until one leaves. Alt and the arrow down
   lead the keyboard into the card, so that tabbing through the text stops at names only. */
(function () {
  'use strict';
  var notes = document.querySelector('.notes');
  var article = document.querySelector('.article');
  if (!notes || !article) return;
  var words = notes.dataset;
  var cards = new Map();
  notes.querySelectorAll('.card').forEach(function (card) { cards.set(card.querySelector('.card-name').getAttribute('href'), card); });

  function paragraph(kind, text) {
    var element = document.createElement('p');
    element.className = kind;
    element.textContent = text;
    return element;
  }
  function figure(mark) {
    var cell = article.querySelector('.figures a[href="#' + mark.id + '"]');
    var cells = cell && cell.closest('tr').cells;
    if (!cells || !cells[2].textContent.trim()) return null;
    var head = paragraph('card-head', '');
    var value = document.createElement('span');
    value.className = 'card-name';
    value.textContent = cells[2].textContent + ' ';
    var what = document.createElement('span');
    what.className = 'card-kind';
    what.textContent = cells[1].textContent;
    head.append(value, what);
    return [head];
  }
  /* The sentence of a mention in the original: its paragraph has the address, and where its sentences begin. */
  function original(mark) {
    var block = mark.closest('.text p');
    var way = block && block.querySelector('.to-source');
    if (!way) return '';
    var dateline = block.querySelector('.dateline');
    if (dateline && dateline.contains(mark)) return way.href;
    var range = document.createRange();
    range.selectNodeContents(block);
    /* A space stands between the dateline and the text. */
    var skip = dateline ? dateline.textContent.length + 1 : 0;
    var text = Array.from(range.toString().slice(skip));
    range.setEndBefore(mark);
    var at = Array.from(range.toString().slice(skip)).length;
    var starts = [0].concat((way.dataset.sentences || '').split(' ').filter(Boolean).map(Number), text.length);
    var next = starts.findIndex(function (start) { return start > at; });
    var said = text.slice(starts[next - 1], starts[next]).join('').trim().split(/\s+/);
    var ends = said.length > 8 ? [said.slice(0, 4), said.slice(-4)] : [said];
    return way.href.split('#')[0] + '#:~:text=' + ends.map(function (part) {
      return encodeURIComponent(part.join(' ')).replace(/-/g, '%2D');
    }).join(',');
  }
  function content(mark) {
    var parts = mark.classList.contains('figure') ? figure(mark) : named(mark);
    var address = parts && original(mark);
    if (!address) return parts;
    var line = paragraph('card-original', '');
    var way = document.createElement('a');
    way.href = address;
    way.textContent = words.original;
    line.append(way);
    return parts.concat(line);
  }
  function named(mark) {
    var card = cards.get(mark.getAttribute('href') || mark.dataset.href);
    if (!card) return null;
    var parts = Array.prototype.filter.call(card.children, function (part) { return !part.classList.contains('card-address'); });
    parts = parts.map(function (part) { return part.cloneNode(true); });
    if (mark.classList.contains('uncertain')) {
      var counts = parts.findIndex(function (part) { return part.classList.contains('card-counts'); });
      parts.splice(counts + 1, 0, paragraph('card-doubt', words.uncertain));
    }
    return parts;
  }

  var pop = document.createElement('div');
  pop.className = 'card-pop';
  pop.id = 'card';
  pop.hidden = true;
  /* Above everything else where the browser has a layer for that. */
  if (pop.showPopover) pop.popover = 'manual';
  document.getElementById('content').append(pop);
  var showing = 0, hiding = 0, waiting = null, shown = null, pointer = null;

  function focusable(mark) { return mark.matches('a') ? mark : mark.querySelector('a') || mark; }

  function show(mark) {
    var parts = content(mark);
    if (!parts) return;
    hide();
    pop.replaceChildren.apply(pop, parts);
    pop.hidden = false;
    if (pop.showPopover) pop.showPopover();
    shown = mark;
    focusable(mark).setAttribute('aria-describedby', 'card');
    /* A name may run over two lines: the card stands by the piece the pointer is on, else by the last. */
    var rects = Array.prototype.slice.call(mark.getClientRects());
    var at = pointer && rects.find(function (rect) { return pointer.clientY <= rect.bottom; }) || rects[rects.length - 1];
    var width = pop.offsetWidth, height = pop.offsetHeight, gap = 8;
    var left = Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - width - gap));
    var below = at.bottom + gap + height <= innerHeight || at.top < height + gap;
    pop.style.left = left + scrollX + 'px';
    pop.style.top = (below ? at.bottom + gap : at.top - gap - height) + scrollY + 'px';
  }
  function hide() {
    clearTimeout(hiding);
    if (!shown) return;
    focusable(shown).removeAttribute('aria-describedby');
    if (pop.hidePopover) pop.hidePopover();
    pop.hidden = true;
    shown = null;
  }
  function leave() {
    var mark = focusable(shown), inside = pop.contains(document.activeElement);
    clearTimeout(showing);
    hide();
    if (inside) mark.focus();
    clearTimeout(showing);
  }
  function showLater(mark, wait) {
    clearTimeout(showing);
    waiting = mark;
    if (mark === shown) clearTimeout(hiding); else showing = setTimeout(function () {
      /* Stepping from mention to mention, and arriving at one, moves the focus too; a card would cover what comes next. */
      if (pointer || !mark.classList.contains('here')) show(mark);
    }, wait);
  }
  function hideLater(wait) { clearTimeout(hiding); hiding = setTimeout(hide, wait); }
  function marked(event) { return event.target.closest && event.target.closest('.text .m, .article-header .m, .text .figure'); }

  article.addEventListener('pointerover', function (event) {
    if (event.pointerType !== 'mouse') return;
    var mark = marked(event);
    if (mark) { pointer = event; showLater(mark, 500); }
  });
  article.addEventListener('pointerout', function (event) {
    if (event.pointerType !== 'mouse' || !marked(event)) return;
    if (marked(event) === waiting) clearTimeout(showing);
    if (marked(event) === shown) hideLater(250);
  });
  pop.addEventListener('pointerenter', function () { clearTimeout(hiding); });
  pop.addEventListener('pointerleave', function () { hideLater(250); });
  article.addEventListener('focusin', function (event) {
    var mark = marked(event);
    /* A card must not lie over what has the focus now. */
    if (shown && mark !== shown) hide();
    if (mark && event.target.matches(':focus-visible')) { pointer = null; showLater(mark, 250); }
  });
  article.addEventListener('focusout', function () { clearTimeout(showing); hideLater(150); });
  pop.addEventListener('focusin', function () { clearTimeout(hiding); });
  pop.addEventListener('focusout', function (event) { if (!pop.contains(event.relatedTarget)) hideLater(150); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && shown) {
      leave();
      event.stopImmediatePropagation();
    } else if (event.key === 'ArrowDown' && event.altKey && marked(event)) {
      if (shown !== marked(event)) { pointer = null; show(marked(event)); }
      var first = shown && pop.querySelector('a');
      if (first) { event.preventDefault(); first.focus(); }
    } else if (event.key === 'Tab' && pop.contains(event.target)) {
      /* Past either end of the card one is back at the name. */
      var links = pop.querySelectorAll('a');
      if (event.target === links[event.shiftKey ? 0 : links.length - 1]) { event.preventDefault(); leave(); }
    }
  }, true);

  /* Touch: the first tap opens the sheet, its links lead on. */
  if (!window.HTMLDialogElement) return;
  var sheet = null, touched = '';
  article.addEventListener('pointerdown', function (event) { touched = event.pointerType; });
  article.addEventListener('click', function (event) {
    var mark = marked(event);
    if (!mark || (event.pointerType || touched) !== 'touch') return;
    var parts = content(mark);
    if (!parts) return;
    event.preventDefault();
    hide();
    open(mark, parts);
  });
  function button(text, kind, work) {
    var element = document.createElement('button');
    element.type = 'button';
    element.className = kind;
    element.textContent = text;
    element.addEventListener('click', work);
    return element;
  }
  function open(mark, parts) {
    if (!sheet) {
      sheet = document.createElement('dialog');
      sheet.className = 'sheet';
      sheet.addEventListener('click', function (event) { if (event.target === sheet) sheet.close(); });
      document.getElementById('content').append(sheet);
    }
    var close = button('✕', 'tool sheet-close', function () { sheet.close(); });
    close.setAttribute('aria-label', words.close);
    var actions = document.createElement('div');
    actions.className = 'sheet-actions';
    var page = document.createElement('a');
    page.className = 'button';
    page.href = mark.href || (mark.querySelector('a') || {}).href || mark.dataset.href || '#';
    page.textContent = mark.classList.contains('figure') ? words.figures : words.page;
    actions.append(page, button(mark.classList.contains('figure') ? words.figuresHere : words.here, 'button', function () {
      sheet.close();
      mark.dispatchEvent(new CustomEvent('fundstelle-follow', { bubbles: true }));
    }));
    sheet.replaceChildren.apply(sheet, [close].concat(parts, [actions]));
    sheet.setAttribute('aria-label', parts[0].textContent);
    sheet.showModal();
  }
})();
