'use strict';
// Filters the findings. What is chosen stands in the address, so that a view can be passed on.
(() => {
  const form = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const findings = Array.from(document.querySelectorAll('ul.findings > li'));
  const files = Array.from(document.querySelectorAll('section.file'));
  const order = ['critical', 'high', 'medium', 'low', 'info'];
  const fields = ['severity', 'file', 'state', 'text'];
  if (!form) return;

  const texts = findings.map(finding => finding.textContent.toLowerCase());

  function apply() {
    const least = form.severity.value;
    const file = form.file.value;
    const state = form.state.value;
    const words = form.text.value.toLowerCase().split(/\s+/).filter(word => word);
    let count = 0;
    findings.forEach((finding, i) => {
      const wanted =
        (!least || order.indexOf(finding.dataset.severity) <= order.indexOf(least)) &&
        (!file || finding.dataset.file === file) &&
        (!state || finding.dataset.state === state) &&
        words.every(word => texts[i].includes(word));
      finding.hidden = !wanted;
      if (wanted) count++;
    });
    files.forEach(section => {
      const left = section.querySelectorAll('ul.findings > li:not([hidden])').length;
      section.hidden = left === 0;
      section.querySelector('.number').textContent = '(' + left + ')';
    });
    shown.textContent = count === findings.length
      ? 'All ' + count + ' findings are shown.'
      : count + ' of ' + findings.length + ' findings are shown.';
  }

  function remember() {
    const chosen = new URLSearchParams();
    fields.forEach(name => { if (form[name].value) chosen.set(name, form[name].value); });
    const text = chosen.toString();
    history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
  }

  function recall() {
    if (!location.hash.includes('=')) return;
    const chosen = new URLSearchParams(location.hash.slice(1));
    fields.forEach(name => { form[name].value = chosen.get(name) || ''; });
    // A choice that is not offered leaves a list without one: that is no filter.
    fields.forEach(name => { if (form[name].selectedIndex === -1) form[name].value = ''; });
    apply();
  }

  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('submit', event => event.preventDefault());
  window.addEventListener('hashchange', recall);
  form.hidden = false;
  apply();
  recall();
})();
