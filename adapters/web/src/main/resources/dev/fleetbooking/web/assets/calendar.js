// Books the days that are clicked, or dragged over. Without it, the link of each car does the same for a day that is typed.
let first;
const freeCell = event => event.target.closest('.bar, a') ? null : event.target.closest('.plan td');
const day = cell => cell.closest('table').querySelectorAll('.dates th')[cell.cellIndex - 1].dataset.date;
document.addEventListener('pointerdown', event => { first = event.button === 0 ? freeCell(event) : null; });
document.addEventListener('pointerup', event => {
  const last = freeCell(event);
  if (!first || !last || first.parentElement !== last.parentElement) return;
  const days = [day(first), day(last)].sort();
  const address = new URL(first.parentElement.querySelector('th a').href);
  address.searchParams.set('start', days[0]);
  address.searchParams.delete('end');
  if (days[0] !== days[1]) address.searchParams.set('end', days[1]);
  location.href = address;
});
// What is no part of a page is not put into it: the browser shows it instead of the page.
document.addEventListener('htmx:responseError', event => {
  const { requestConfig, pathInfo } = event.detail;
  if (requestConfig.verb === 'get') location.href = pathInfo.finalRequestPath;
});
