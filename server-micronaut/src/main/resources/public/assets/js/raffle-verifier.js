/**
 * Recomputes the draw of a raffle from what is published, and from nothing else. It needs no other
 * file of the game: copy it, and run it where you trust the machine.
 */

/**
 * @param {{commitment: string, tickets: number, listHash: string, serverSeed: string, places: number,
 *   winners: {ticket: number, holder: string}[]}} proof of `/public/raffles/{id}/proof`
 * @param {string[]} lines of `/public/raffles/{id}/tickets`
 */
export async function verify(proof, lines) {
  const seed = Uint8Array.from(proof.serverSeed.match(/../g) ?? [], (byte) => parseInt(byte, 16));
  const text = new TextEncoder();
  const listHash = hex(await crypto.subtle.digest('SHA-256', text.encode(lines.map((line) => `${line}\n`).join(''))));
  const left = []; // number and holder of each ticket
  let isWhole = true; // no number is missing, none is there twice
  for (const line of lines) {
    const [, first, count, holder] = /^(\d+) (\d+) (\w+)$/.exec(line) ?? ['', '', '', ''];
    isWhole &&= Number(first) === left.length + 1;
    for (let i = Number(count); i > 0; i--) left.push(`${left.length + 1} ${holder}`);
  }
  isWhole &&= left.length === proof.tickets;
  const key = await crypto.subtle.importKey('raw', seed, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const drawn = [];
  // As many as must win: a proof that tells of fewer is not right.
  while (drawn.length < proof.places && left.length > 0) {
    const number = await crypto.subtle.sign('HMAC', key, text.encode(`${listHash}:${drawn.length + 1}`));
    const position = Number(BigInt(`0x${hex(number)}`) % BigInt(left.length));
    drawn.push(left.splice(position, 1)[0]);
  }
  return {
    drawn,
    isSeedRight: hex(await crypto.subtle.digest('SHA-256', seed)) === proof.commitment,
    isListRight: isWhole && listHash === proof.listHash,
    areWinnersRight:
      proof.places > 0 &&
      JSON.stringify(drawn) === JSON.stringify(proof.winners.map(({ ticket, holder }) => `${ticket} ${holder}`)),
  };
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
