import { verify } from './raffle-verifier.js';

/** The page `/raffle.html?id=…`: what is published of a raffle, and whether it is right. */

const raffle = new URLSearchParams(location.search).get('id') ?? '';

/** @param {string} path */
async function read(path) {
  const response = await fetch(`public/raffles/${encodeURIComponent(raffle)}/${path}`);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? response.statusText);
  return answer.data;
}

async function list() {
  const lines = [];
  let after = 0;
  while (after !== null) {
    const part = await read(`tickets?after=${after}`);
    lines.push(...part.lines);
    after = part.next;
  }
  return lines;
}

/** @param {string} name @param {string} value */
function show(name, value) {
  const element = document.querySelector(`[data-proof=${name}]`);
  if (element) element.textContent = value;
}

/** @param {string} name @param {boolean} isRight */
function judge(name, isRight) {
  show(name, isRight ? 'matches' : 'DOES NOT MATCH');
}

async function main() {
  const proof = await read('proof');
  show('name', proof.name);
  show('status', proof.status);
  show('commitment', proof.commitment);
  show('tickets', String(proof.tickets));
  show('list-hash', proof.listHash ?? 'after the end');
  show('seed', proof.serverSeed ?? 'after the draw');
  for (const winner of proof.winners) {
    const row = document.createElement('li');
    row.textContent = `ticket ${winner.ticket}, of ${winner.holder}`;
    document.querySelector('[data-proof=winners]')?.append(row);
  }
  if (proof.serverSeed === null) {
    const isCancelled = proof.status === 'cancelled' || proof.status === 'refunded';
    show('verdict', isCancelled ? 'It was cancelled: nobody is drawn.' : 'Nothing is drawn yet.');
    return;
  }
  const verdict = await verify(proof, await list());
  judge('seed-check', verdict.isSeedRight);
  judge('list-check', verdict.isListRight);
  judge('winners-check', verdict.areWinnersRight);
  const isRight = verdict.isSeedRight && verdict.isListRight && verdict.areWinnersRight;
  show('verdict', isRight ? 'Your browser has recomputed the draw: it is right.' : 'THE DRAW IS NOT RIGHT.');
}

main().catch((error) => show('verdict', `It cannot be checked: ${error.message}`));
