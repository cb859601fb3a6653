/* What a page does better with script; without it every page still works. */
(function () {
  'use strict';
  var root = document.documentElement;
  function kept(key) { try { return localStorage.getItem(key); } catch (refused) { return null; } }
  function keep(key, value) { try { localStorage.setItem(key, value); } catch (refused) { /* lasts for this page only */ } }

  var theme = kept('tx-theme');
  if (theme && !root.hasAttribute('data-bs-theme')) { root.setAttribute('data-bs-theme', theme); }
  if (kept('tx-large') === 'yes') { root.classList.add('tx-large'); }

  var SILENCE = 15000;
  var heardAt = 0;
  var heardClock = '';

  /* A server that lives says so: an event "alive" whose data is the district's clock, such as 09:38. */
  function heard(event) {
    heardAt = Date.now();
    if (event && /^\d\d:\d\d$/.test(event.data || '')) { heardClock = event.data; tick(); }
    show(false);
  }
  function tick() {
    var clock = document.querySelector('[data-tx-clock]');
    if (clock && clock.textContent !== heardClock) { clock.textContent = heardClock; }
  }
  function show(lost) {
    var strip = document.getElementById('tx-lost');
    if (!strip || strip.hidden === !lost) { return; }
    var words = strip.querySelector('span');
    words.textContent = heardClock
      ? words.getAttribute('data-text-at').replace('@', heardClock) : words.getAttribute('data-text');
    strip.hidden = !lost;
  }
  document.addEventListener('htmx:sseOpen', function (event) {
    heard();
    event.detail.source.addEventListener('alive', heard);
    event.detail.source.addEventListener('message', heard);
  });
  document.addEventListener('htmx:sseMessage', heard);
  setInterval(function () {
    if (heardAt && Date.now() - heardAt > SILENCE) { show(true); }
  }, 1000);

  document.addEventListener('htmx:configRequest', function (event) {
    var token = document.querySelector('meta[name="tx-csrf"]');
    if (token && event.detail.verb !== 'get') {
      event.detail.headers[token.getAttribute('data-header')] = token.content;
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    var buttons = document.querySelectorAll('[data-tx-large]');
    function say() {
      for (var i = 0; i < buttons.length; i++) {
        buttons[i].hidden = false;
        buttons[i].setAttribute('aria-pressed', String(root.classList.contains('tx-large')));
      }
    }
    for (var i = 0; i < buttons.length; i++) {
      buttons[i].addEventListener('click', function () {
        root.classList.toggle('tx-large');
        keep('tx-large', root.classList.contains('tx-large') ? 'yes' : 'no');
        say();
      });
    }
    say();

    var offline = document.getElementById('tx-offline');
    function network() { if (offline) { offline.hidden = navigator.onLine !== false; } }
    window.addEventListener('online', network);
    window.addEventListener('offline', network);
    network();

    /* Plus and minus beside a number: <button data-tx-step="-1" data-tx-for="id">. */
    document.addEventListener('click', function (event) {
      var button = event.target.closest ? event.target.closest('[data-tx-step]') : null;
      var input = button && document.getElementById(button.getAttribute('data-tx-for'));
      if (!input) { return; }
      var least = input.min === '' ? 0 : Number(input.min);
      input.value = Math.max(least, (parseInt(input.value, 10) || 0) + Number(button.getAttribute('data-tx-step')));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    document.addEventListener('click', function (event) {
      if (event.target.closest && event.target.closest('[data-tx-print]')) { window.print(); }
    });
    /* The menu closes with Esc and gives the focus back. */
    document.addEventListener('keydown', function (event) {
      var menu = event.key === 'Escape' ? document.querySelector('details.tx-menu[open]') : null;
      if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
    });
    /* Who speaks to the device or strikes keys by chance turns the key "/" off: <p data-tx-key hidden> with a box. */
    function key() {
      var field = document.getElementById('find');
      var off = kept('tx-key') === 'no';
      if (field && off) { field.removeAttribute('aria-keyshortcuts'); field.title = field.placeholder; }
      var choice = document.querySelector('[data-tx-key]');
      if (!choice) { return; }
      var box = choice.querySelector('input');
      choice.hidden = false;
      box.checked = !off;
      box.addEventListener('change', function () { keep('tx-key', box.checked ? 'yes' : 'no'); });
    }
    key();
    /* "/" goes to the search field; while Chinese is being composed, Enter chooses words and sends nothing. */
    document.addEventListener('keydown', function (event) {
      var at = event.target;
      if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229) && at.type === 'search') {
        event.preventDefault();
        return;
      }
      var typing = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName || '');
      if (event.key !== '/' || kept('tx-key') === 'no' || typing || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) { return; }
      var fields = document.querySelectorAll('form[role="search"] input');
      for (var i = 0; i < fields.length; i++) {
        if (fields[i].offsetParent) { event.preventDefault(); fields[i].focus(); fields[i].select(); return; }
      }
    });
    var errors = document.getElementById('errors') || document.getElementById('refusal');
    if (errors) { errors.focus(); }
  });
})();
