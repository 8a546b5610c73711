(() => {
  'use strict';
  const SERIES = ['#2f6fdb', '#e08214', '#1b9e77', '#8e5bd0', '#d0426b', '#0f9bb5'];
  const SERIES_DARK = ['#6ea2ff', '#f2a752', '#4fc79f', '#b595f0', '#f17c9d', '#55c6dc'];
  const ROLES = {
    NOW: ['#2f6fdb', '#6ea2ff'], BEFORE: ['#a9b7c9', '#566579'], OUTLOOK: ['#2f6fdb', '#6ea2ff'],
    GOOD: ['#1b9e77', '#4fc79f'], BAD: ['#cf3b34', '#ff8078'], REST: ['#c3ccd6', '#4b586a'],
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const charts = [];

  const cents = new Intl.NumberFormat('en-US', {minimumFractionDigits: 2, maximumFractionDigits: 2});
  const short = new Intl.NumberFormat('en-US', {notation: 'compact', maximumFractionDigits: 1});

  function colour(series, index, isDark) {
    return series.role === 'PART'
      ? (isDark ? SERIES_DARK : SERIES)[index % SERIES.length]
      : ROLES[series.role][isDark ? 1 : 0];
  }

  function dataset(data, series, index, isDark) {
    const hue = colour(series, index, isDark);
    if (data.shape === 'LINES') {
      return {
        label: series.name, data: series.values, borderColor: hue, backgroundColor: hue, borderWidth: 2.5, pointRadius: 0,
        pointHitRadius: 12, tension: 0, spanGaps: series.role === 'OUTLOOK', borderDash: series.role === 'OUTLOOK' ? [6, 5] : [],
      };
    }
    return {label: series.name, data: series.values, backgroundColor: hue, maxBarThickness: data.shape === 'COLUMNS' ? 64 : 18};
  }

  function tick(text, width) {
    const limit = Math.max(12, Math.floor(width / 26));
    return text.length > limit ? text.slice(0, limit - 1) + '…' : text;
  }

  function draw(holder, isDark) {
    const data = JSON.parse(holder.dataset.chart);
    const isLying = data.shape === 'BARS' || data.shape === 'PARTS';
    const isStacked = data.shape === 'COLUMNS' || data.shape === 'PARTS';
    const ink = isDark ? '#c4ccd8' : '#404b5a';
    const grid = isDark ? '#2d3643' : '#e4e9ee';
    if (isLying) {
      holder.style.setProperty('--rows', data.labels.length);
    }
    const money = {
      stacked: isStacked, beginAtZero: true, grid: {color: grid}, border: {display: false},
      ticks: {color: ink, maxTicksLimit: 6, callback: value => short.format(value)},
    };
    const names = {
      stacked: isStacked, grid: {display: false}, border: {color: grid},
      ticks: {
        color: ink, autoSkip: !isLying, maxRotation: 0,
        callback(value) { return tick(this.getLabelForValue(value), isLying ? holder.clientWidth : 400); },
      },
    };
    return new Chart(holder.querySelector('canvas'), {
      type: data.shape === 'LINES' ? 'line' : 'bar',
      data: {labels: data.labels, datasets: data.series.map((series, i) => dataset(data, series, i, isDark))},
      options: {
        animation: false, maintainAspectRatio: false, responsive: true, indexAxis: isLying ? 'y' : 'x',
        interaction: {mode: 'index', intersect: false, axis: isLying ? 'y' : 'x'},
        scales: isLying ? {x: money, y: names} : {x: names, y: money},
        plugins: {
          legend: {position: 'bottom', labels: {color: ink, boxWidth: 12, boxHeight: 12}},
          tooltip: {
            callbacks: {
              label: item => item.dataset.label + ': ' + cents.format(item.raw) + ' ' + data.currency,
              title: items => items.length ? data.labels[items[0].dataIndex] : '',
            },
          },
        },
      },
    });
  }

  function drawAll(isDark) {
    charts.splice(0).forEach(chart => chart.destroy());
    document.querySelectorAll('[data-chart]').forEach(holder => charts.push(draw(holder, isDark)));
  }

  /* Exact values are texts; a number of them serves to compare, never to add. What has no value comes last. */
  function compare(a, b, isNumber, direction) {
    if (a === '' || b === '') {
      return (a === '') - (b === '');
    }
    return direction * (isNumber ? Number(a) - Number(b) : a.localeCompare(b, 'en', {numeric: true}));
  }

  function sort(heading) {
    const row = heading.parentElement;
    const column = [...row.cells].indexOf(heading);
    const isNumber = heading.classList.contains('number');
    const first = isNumber ? 'descending' : 'ascending';
    const other = isNumber ? 'ascending' : 'descending';
    const order = heading.getAttribute('aria-sort') === first ? other : first;
    [...row.cells].forEach(cell => cell.setAttribute('aria-sort', cell === heading ? order : 'none'));
    const body = heading.closest('table').tBodies[0];
    [...body.rows]
      .map(line => ({line, value: line.cells[column].dataset.value}))
      .sort((a, b) => compare(a.value, b.value, isNumber, order === 'ascending' ? 1 : -1))
      .forEach(({line}) => body.append(line));
  }

  /* A link to a proof opens it. */
  function open() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') {
      target.open = true;
      target.scrollIntoView();
    }
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('thead button');
    if (button) {
      sort(button.closest('th'));
    }
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      setTimeout(open);
    }
  });
  addEventListener('hashchange', open);
  dark.addEventListener('change', () => drawAll(dark.matches));
  addEventListener('beforeprint', () => drawAll(false));
  addEventListener('afterprint', () => drawAll(dark.matches));
  drawAll(dark.matches);
  open();
})();
