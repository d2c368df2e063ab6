// Placeholder.
document.documentElement.dataset.early = 'yes';
