/* "In this article": one layer at a time behind tabs, the order of its list, and the rest of a long one. */
(function () {
  'use strict';
  var panel = document.getElementById('in-this-article');
  if (!panel) return;
  var inside = panel.querySelector('.panel-inside');
  var list = panel.querySelector('.panel-tabs');
  var tabs = Array.prototype.slice.call(list.children);

  function group(tab) { return document.getElementById(tab.id.replace('tab', 'panel')); }
  function choose(tab) {
    tabs.forEach(function (other) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      other.classList.toggle('current', other === tab);
      group(other).classList.toggle('current', other === tab);
    });
  }
  /* Without this script the lists are all there and are no tabs: their roles come with it. */
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-orientation', 'vertical');
  list.setAttribute('aria-labelledby', 'panel-heading');
  tabs.forEach(function (tab, at) {
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', group(tab).id);
    group(tab).setAttribute('role', 'tabpanel');
    group(tab).setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', function () { choose(tab); });
    tab.addEventListener('keydown', function (event) {
      var next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      next = tabs[(next + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    });
  });

  choose(tabs[0]);

  function number(item) { return +item.querySelector('.entry').hash.replace(/\D+/, ''); }
  function unfold(list) {
    list.parentNode.classList.add('unfolded');
    var more = list.parentNode.querySelector('.unfold');
    if (more) more.remove();
  }
  var lists = Array.prototype.slice.call(panel.querySelectorAll('.panel-group ol'));
  lists.forEach(function (list) {
    var items = Array.prototype.slice.call(list.children);
    list.inCount = items;
    list.inText = items.slice().sort(function (a, b) { return number(a) - number(b); });
    var more = list.parentNode.querySelector('.unfold');
    if (more) more.addEventListener('click', function () {
      var next = items.map(function (item) { return item.firstChild; }).find(function (entry) { return !entry.getClientRects().length; });
      unfold(list);
      if (next) next.focus();
    });
  });
  panel.querySelectorAll('[data-order]').forEach(function (button) {
    button.addEventListener('click', function () {
      panel.querySelectorAll('[data-order]').forEach(function (other) { other.setAttribute('aria-pressed', String(other === button)); });
      lists.forEach(function (list) { list.append.apply(list, button.dataset.order === 'text' ? list.inText : list.inCount); });
    });
  });

  /* What is being followed in the text is to be seen here too. */
  panel.addEventListener('fundstelle-followed', function (event) {
    var entry = event.target, home = entry.closest('.panel-group');
    choose(document.getElementById(home.id.replace('panel', 'tab')));
    if (!entry.getClientRects().length) unfold(home.querySelector('ol'));
    if (inside.scrollHeight <= inside.clientHeight) return;
    var box = inside.getBoundingClientRect(), line = entry.getBoundingClientRect();
    inside.scrollTop += Math.min(0, line.top - box.top - 8) + Math.max(0, line.bottom - box.bottom + 8);
  });
})();
