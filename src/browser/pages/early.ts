// Runs before the first paint, as a plain script: what to show must not flicker.
document.documentElement.classList.add('script');
try {
  document.documentElement.dataset['view'] = localStorage.getItem('visavis.view') ?? 'both';
} catch {
  document.documentElement.dataset['view'] = 'both';
}
