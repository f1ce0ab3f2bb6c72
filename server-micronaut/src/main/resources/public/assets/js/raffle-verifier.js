/**
 * Recomputes the draw of a raffle from what is published, and from nothing else. It needs no other
 * file of the game: copy it, and run it where you trust the machine.
 */

/**
 * @param {{commitment: string, listHash: string, serverSeed: string, winners: {ticket: number}[]}} proof
 *   of `/public/raffles/{id}/proof`
 * @param {string[]} lines of `/public/raffles/{id}/tickets`
 */
export async function verify(proof, lines) {
  const seed = Uint8Array.from(proof.serverSeed.match(/../g) ?? [], (byte) => parseInt(byte, 16));
  const text = new TextEncoder();
  const listHash = hex(await crypto.subtle.digest('SHA-256', text.encode(lines.map((line) => `${line}\n`).join(''))));
  const left = [];
  for (const [first, count] of lines.map((line) => line.split(' ').map(Number))) {
    for (let i = 0; i < count; i++) left.push(first + i);
  }
  const key = await crypto.subtle.importKey('raw', seed, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const drawn = [];
  while (drawn.length < proof.winners.length && left.length > 0) {
    const number = await crypto.subtle.sign('HMAC', key, text.encode(`${listHash}:${drawn.length + 1}`));
    const position = Number(BigInt(`0x${hex(number)}`) % BigInt(left.length));
    drawn.push(left.splice(position, 1)[0]);
  }
  return {
    drawn,
    isSeedRight: hex(await crypto.subtle.digest('SHA-256', seed)) === proof.commitment,
    isListRight: listHash === proof.listHash,
    areWinnersRight: String(drawn) === String(proof.winners.map((winner) => winner.ticket)),
  };
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
