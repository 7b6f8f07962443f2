(function () {
  'use strict';
  var root = document.documentElement;
  var tools = document.getElementById('tools');
  var say = tools.dataset;
  var each = function (selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); };
  var make = function (tag, text, type) {
    var element = document.createElement(tag);
    element.textContent = text;
    if (tag === 'button') element.type = 'button';
    if (type) element.className = type;
    return element;
  };
  tools.hidden = false;

  // Light or dark: what the system prefers, until somebody chooses. Some browsers refuse storage to files.
  var theme = document.getElementById('theme');
  var prefers = window.matchMedia('(prefers-color-scheme: dark)');
  var remembered = function (value) {
    try {
      if (value) localStorage.setItem('mlops-report-theme', value);
      return localStorage.getItem('mlops-report-theme');
    } catch (refused) { return null; }
  };
  var showTheme = function () {
    var dark = root.dataset.theme ? root.dataset.theme === 'dark' : prefers.matches;
    theme.textContent = dark ? say.light : say.dark;
  };
  if (remembered()) root.dataset.theme = remembered();
  theme.addEventListener('click', function () {
    var dark = root.dataset.theme ? root.dataset.theme === 'dark' : prefers.matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    remembered(root.dataset.theme);
    showTheme();
  });
  prefers.addEventListener('change', showTheme);
  showTheme();

  // All folds at once; on paper they are open.
  var expand = document.getElementById('expand');
  var openAll = function (open) { each('details', function (fold) { fold.open = open; }); };
  var allOpen = false;
  expand.addEventListener('click', function () {
    allOpen = !allOpen;
    openAll(allOpen);
    expand.textContent = allOpen ? say.close : say.open;
  });
  var closedBefore = [];
  window.addEventListener('beforeprint', function () {
    closedBefore = Array.prototype.slice.call(document.querySelectorAll('details:not([open])'));
    openAll(true);
  });
  window.addEventListener('afterprint', function () { closedBefore.forEach(function (fold) { fold.open = false; }); });
  // A link into a fold opens it.
  var reveal = function () {
    var id = decodeURIComponent(location.hash.slice(1));
    for (var at = id ? document.getElementById(id) : null; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  };
  window.addEventListener('hashchange', reveal);
  reveal();

  // Tables: sorted by a click on a column's title, and searched when they are long.
  var valueOf = function (row, column) {
    var text = row.cells[column].textContent;
    var number = /^[^0-9+-]*([-+]?[0-9][0-9,]*\.?[0-9]*(?:e[-+]?[0-9]+)?)/.exec(text);
    return { text: text, number: number ? parseFloat(number[1].replace(/,/g, '')) : NaN };
  };
  var sortBy = function (table, column, numeric, descending) {
    var body = table.tBodies[0];
    var rows = Array.prototype.map.call(body.rows, function (row, i) { return { row: row, at: i, value: valueOf(row, column) }; });
    rows.sort(function (a, b) {
      var order = numeric
        ? (isNaN(a.value.number) ? 1 : 0) - (isNaN(b.value.number) ? 1 : 0) || (descending ? -1 : 1) * (a.value.number - b.value.number) || 0
        : (descending ? -1 : 1) * a.value.text.localeCompare(b.value.text, root.lang, { numeric: true });
      return order || a.at - b.at;
    });
    rows.forEach(function (item) { body.appendChild(item.row); });
  };
  each('table.data', function (table) {
    if (table.tBodies[0].rows.length < 3) return;
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = make('button', '', 'sort');
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener('click', function () {
        var numeric = head.classList.contains('number');
        var before = head.getAttribute('aria-sort');
        var descending = before ? before === 'ascending' : numeric;
        each('[aria-sort]', function (other) { if (table.contains(other)) other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        sortBy(table, column, numeric, descending);
      });
    });
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    if (rows.length < 15) return;
    var bar = make('p', '', 'search');
    var label = make('label', say.search + ' ');
    var input = document.createElement('input');
    input.type = 'search';
    label.appendChild(input);
    bar.appendChild(label);
    var count = make('output', '');
    bar.appendChild(count);
    table.parentElement.parentElement.insertBefore(bar, table.parentElement);
    input.addEventListener('input', function () {
      var wanted = input.value.toLocaleLowerCase();
      var shown = rows.filter(function (row) {
        row.hidden = row.textContent.toLocaleLowerCase().indexOf(wanted) < 0;
        // What a row's name leads to goes with it.
        var link = row.querySelector('th a');
        var fold = link && document.getElementById(link.hash.slice(1));
        if (fold) fold.hidden = row.hidden;
        return !row.hidden;
      });
      count.textContent = say.shown.replace('{0}', shown.length).replace('{1}', rows.length);
    });
  });

  // The explorer steps through its table's rows.
  each('.explorer', function (explorer) {
    var rows = explorer.querySelectorAll('tbody tr');
    var heads = explorer.querySelectorAll('thead th');
    var panel = make('div', '', 'panel');
    var label = make('label', heads[0].textContent + ' ');
    var slider = document.createElement('input');
    slider.type = 'range';
    slider.min = 0;
    slider.max = rows.length - 1;
    slider.value = explorer.dataset.start;
    label.appendChild(slider);
    panel.appendChild(label);
    var list = document.createElement('dl');
    list.setAttribute('aria-live', 'polite');
    panel.appendChild(list);
    explorer.insertBefore(panel, explorer.firstChild);
    var show = function () {
      var cells = rows[slider.value].cells;
      list.textContent = '';
      Array.prototype.forEach.call(cells, function (cell, i) {
        var group = document.createElement('div');
        group.appendChild(make('dt', heads[i].textContent));
        group.appendChild(make('dd', cell.textContent));
        list.appendChild(group);
      });
      slider.setAttribute('aria-valuetext', cells[0].textContent);
    };
    slider.addEventListener('input', show);
    show();
  });
}());
