// Brings the open view to the middle of what scrolls around it; the page itself stays where it is.
export function show(tabs) {
  const current = tabs?.querySelector('[aria-current]');
  if (!current) return;
  const scroller = tabs.parentElement;
  const [place, frame] = [current.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollLeft += place.left + place.width / 2 - (frame.left + frame.width / 2);
}
