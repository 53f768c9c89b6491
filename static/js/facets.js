/* The articles on the search page: those with the words one typed (`fulltext.js`, where the full text can be searched), narrowed
   to those that name certain people, places and organisations, or are of a certain year or month. Names and time alone find
   articles too, also from file://. What is asked stands in the address. */
(() => {
  'use strict';
  const place = document.getElementById('full-text');
  const field = document.querySelector('#search input');
  if (!place || !field || !globalThis.fundstelleLookup) return;
  const words = place.dataset, language = document.documentElement.lang;
  const root = new URL('../', document.querySelector('.search-link').href).href;
  const status = place.querySelector('.found-status'), note = place.querySelector('.found-note');
  const list = place.querySelector('ol'), more = place.querySelector('.found-more');
  const chips = place.querySelector('.chosen'), clear = place.querySelector('.clear');
  const panel = place.querySelector('.facets'), narrow = panel.querySelector('input');
  const groups = Array.from(panel.querySelectorAll('fieldset'), (box) => ({ kind: box.dataset.facet, box,
    values: box.querySelector('.facet-values'), more: box.querySelector('.facet-more'), limit: +box.dataset.limit }));
  const KINDS = { people: 'person', places: 'place', organisations: 'organisation' };
  const textual = globalThis.fundstelleFullText;
  const number = (value) => value.toLocaleString(language);
  const day = (iso, form) => new Date(`${`${iso}-01-01`.slice(0, 10)}T12:00`).toLocaleDateString(language, form);

  /* What is chosen: `person=wladimir-putin`, `date=2023-02`, in the order in which it was. */
  const chosen = new Set();
  for (const [kind, value] of new URLSearchParams(location.search)) {
    if (groups.some((group) => group.kind === kind)) chosen.add(`${kind}=${value}`);
  }
  let index, named, loading, usable = true, asked = 0, turn = 0, found = null, shown = 0, rest = [];

  const doWithout = () => {
    usable = false;
    chosen.clear();
    note.textContent = words.unfiltered;
    note.hidden = false;
  };
  /* The index of names and, by its places, who is named in each article; `named` stays empty when the two do not belong together. */
  const load = () => (loading ||= globalThis.fundstelleLookup().then((lookup) => new Promise((done) => {
    index = lookup;
    globalThis.fundstelleFacets = (mark, lines) => {
      if (mark !== index.mark) return;
      const keys = index.entities.map((entity) => `${KINDS[entity.kind]}=${entity.href.replace(/^.*\/|\.html$/g, '')}`);
      named = lines.split('/').map((line) => {
        let last = 0;
        return line ? line.split(' ').map((step) => keys[last += parseInt(step, 36)]) : [];
      });
      index.label = new Map(keys.map((key, at) => [key, index.entities[at]]));
    };
    const script = Object.assign(document.createElement('script'), { src: `${root}static/search-facets.js` });
    script.onload = done;
    script.onerror = done;
    document.head.append(script);
  })).then(() => {
    if (!named) doWithout();
    for (const key of chosen) if (!known(key)) chosen.delete(key);
  }, doWithout));

  const dated = (key) => key.startsWith('date=');
  const known = (key) => (dated(key) ? /^date=\d{4}(-\d\d)?$/.test(key) : index.label.has(key));
  const label = (key) => (dated(key)
    ? day(key.slice(5), key.length > 9 ? { month: 'long', year: 'numeric' } : { year: 'numeric' }) : index.label.get(key).name);
  const names = (article, keys) => keys.every((key) => named[article].includes(key));
  const times = (article, keys) => !keys.length || keys.some((key) => index.articles[article].date.startsWith(key.slice(5)));
  const narrowed = (articles) => {
    const who = [...chosen].filter((key) => !dated(key)), when = [...chosen].filter(dated);
    const some = articles.filter((article) => names(article, who));
    return { some, all: some.filter((article) => times(article, when)) };
  };
  const toggle = (key) => {
    if (!chosen.delete(key)) {
      /* A year and its months exclude each other: either narrows or widens the other. */
      if (dated(key)) for (const other of chosen) if (dated(other) && (other.startsWith(key) || key.startsWith(other))) chosen.delete(other);
      chosen.add(key);
    }
    show();
  };

  const button = (key, text, count, pressed) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'facet-value' });
    made.dataset.key = key;
    made.setAttribute('aria-pressed', String(pressed));
    made.append(Object.assign(document.createElement('span'), { className: 'facet-name', textContent: text }), ' ',
      Object.assign(document.createElement('span'), { className: 'facet-count', textContent: number(count) }));
    if (!dated(key)) made.title = index.label.get(key).note;
    made.addEventListener('click', () => toggle(key));
    return made;
  };
  const counted = (articles, keysOf) => {
    const counts = new Map();
    for (const article of articles) for (const key of keysOf(article)) counts.set(key, (counts.get(key) || 0) + 1);
    return counts;
  };
  /* Years, newest first, and the months of the years that are chosen or stand alone. */
  const moments = (articles) => {
    const years = counted(articles, (article) => (index.articles[article].date ? [`date=${index.articles[article].date.slice(0, 4)}`] : []));
    const open = [...years.keys()].filter((year) => years.size === 1 || [...chosen].some((key) => key.startsWith(year)));
    const months = counted(articles, (article) => open.filter((year) => `date=${index.articles[article].date}`.startsWith(year))
      .map(() => `date=${index.articles[article].date.slice(0, 7)}`));
    const rows = [...years].sort().reverse();
    return rows.flatMap(([year, count]) => [[year, count], ...[...months].filter(([month]) => month.startsWith(year)).sort()]);
  };
  const draw = (some, all) => {
    const letters = index.fold(narrow.value).split(' ').filter(Boolean);
    const counts = counted(all, (article) => named[article]);
    for (const group of groups) {
      let rows = group.kind === 'date' ? moments(some) : [...counts].filter(([key]) => key.startsWith(`${group.kind}=`));
      if (group.kind !== 'date') {
        if (letters.length) rows = rows.filter(([key]) => letters.every((word) => ` ${index.label.get(key).folded}`.includes(` ${word}`)));
        /* Most frequent first; those equally frequent keep the order of the index, in which the most named come first. */
        rows.sort((a, b) => b[1] - a[1] || index.label.get(b[0]).count - index.label.get(a[0]).count);
      }
      /* What is true of all of them narrows nothing. */
      rows = rows.filter(([key, count]) => chosen.has(key) || count < (group.kind === 'date' ? some : all).length);
      group.box.hidden = !rows.length;
      group.more.hidden = rows.length <= group.limit;
      group.values.replaceChildren(...rows.slice(0, group.limit).map(([key, count]) => button(key, label(key), count, chosen.has(key))));
    }
  };
  const drawChosen = () => {
    chips.replaceChildren(...[...chosen].map((key) => {
      const item = document.createElement('li');
      const chip = Object.assign(document.createElement('button'), { type: 'button', className: 'chosen-value', textContent: label(key) });
      chip.dataset.key = key;
      chip.setAttribute('aria-label', words.remove.replace('{name}', label(key)));
      item.className = `layer-${key.split('=')[0]}`;
      chip.addEventListener('click', () => toggle(key));
      item.append(chip);
      return item;
    }));
    chips.hidden = clear.hidden = !chosen.size;
  };

  /* `make` of a row: from the full text with its excerpt, else with the names that stand out in the article. */
  const plain = (article) => {
    const { name, href, date } = index.articles[article];
    const others = named[article].filter((key) => !chosen.has(key)).slice(0, 5).map(label);
    return { href: root + href, title: name, date, pieces: [others.join('\u00a0· ')] };
  };
  const item = ({ href, title, date, pieces }) => {
    const made = document.createElement('li'), line = document.createElement('p');
    made.append(Object.assign(document.createElement('a'), { href, textContent: title }));
    if (date) made.append(' ', Object.assign(document.createElement('time'), { className: 'search-note', dateTime: date, textContent: day(date, { dateStyle: 'long' }) }));
    line.append(...pieces);
    made.append(line);
    return made;
  };
  const next = async () => {
    const mine = turn, rows = await Promise.all(rest.slice(shown, shown + 10).map((make) => make()));
    if (mine !== turn) return;
    list.append(...rows.map(item));
    shown += rows.length;
    more.hidden = shown >= rest.length;
  };

  const keep = () => {
    const query = new URLSearchParams(location.search), question = field.value.trim();
    for (const group of groups) query.delete(group.kind);
    if (question) query.set('q', question); else query.delete('q');
    for (const key of chosen) query.append(...key.split(/=(.*)/s, 2));
    const text = query.toString();
    try {
      history.replaceState(history.state, '', location.pathname + (text ? `?${text}` : '') + location.hash);
    } catch (error) { /* from file:// some browsers keep the address as it is */ }
  };
  const tell = (few, many) => {
    if (!many) return found ? words.none : '';
    return few === many ? (many === 1 ? words.one : words.hits.replace('{n}', number(many)))
      : words.some.replace('{n}', number(few)).replace('{m}', number(many));
  };
  /* Show what was found and is left after the filters; whoever pressed a button stays on it, or on one that is near. */
  const show = () => {
    const focused = document.activeElement, key = focused?.dataset?.key, among = focused?.closest?.('.chosen, .facets');
    turn++;
    shown = 0;
    keep();
    const every = found ? found.map((_, at) => at) : chosen.size || panel.open ? index?.articles.map((_, at) => at) || [] : [];
    const article = (at) => (found ? found[at].place : at);
    if (named && usable && !every.every((at) => named[article(at)])) doWithout();
    const sure = named && usable;
    const articles = sure ? every.map(article) : [];
    const { some, all } = sure ? narrowed(articles) : { some: [], all: [] };
    const left = new Set(all);
    const hits = sure ? every.filter((at) => left.has(article(at))) : every;
    panel.hidden = !usable || Boolean(found && every.length < 2 && !chosen.size);
    if (sure) draw(some, all);
    if (index) drawChosen();
    rest = found ? hits.map((at) => found[at].row) : chosen.size ? hits.map((at) => () => plain(at)) : [];
    list.replaceChildren();
    more.hidden = true;
    status.textContent = found || chosen.size ? tell(hits.length, every.length) : '';
    place.classList.toggle('idle', !found && !chosen.size);
    document.getElementById('search').classList.toggle('search-aside', chosen.size > 0 && !field.value.trim());
    if (key && !focused.isConnected) {
      const same = [...among.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key);
      (same || among.querySelector('[data-key]') || panel.querySelector('summary')).focus();
    }
    return next();
  };
  const ask = async () => {
    const question = field.value.trim(), mine = ++asked;
    let failed = false;
    if (textual && question.length > 1) {
      const results = await textual(question).catch(() => { failed = true; });
      if (mine !== asked || (!results && !failed)) return;
      found = results || null;
      if (found) unfold();
    } else found = null;
    if (found || chosen.size) await load();
    if (mine !== asked) return;
    await show();
    if (failed) status.textContent = words.failed;
  };
  /* Beside the articles there is room for the filters; on a narrow window they open when asked for. */
  let folded = false;
  const unfold = () => { if (!folded && matchMedia('(min-width: 64rem)').matches) panel.open = true; };

  panel.querySelector('summary').addEventListener('click', () => { folded = panel.open; });
  panel.addEventListener('toggle', () => { if (panel.open) load().then(show); });
  narrow.addEventListener('input', () => { if (named) show(); });
  narrow.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  for (const group of groups) {
    group.more.addEventListener('click', () => {
      const before = group.values.childElementCount;
      group.limit *= 4;
      show();
      group.values.children[before]?.focus();
    });
  }
  clear.addEventListener('click', () => { chosen.clear(); narrow.value = ''; show(); panel.querySelector('summary').focus(); });
  more.addEventListener('click', async () => {
    const before = list.childElementCount;
    await next();
    list.children[before]?.querySelector('a').focus();
  });
  field.addEventListener('input', ask);
  if (words.file && !textual) { note.textContent = words.file; note.hidden = false; place.querySelector('.found-hint').hidden = true; }
  if (chosen.size) unfold();
  const answered = () => document.documentElement.classList.remove('asked');
  if (field.value.trim() || chosen.size) ask().finally(answered); else answered();
})();
