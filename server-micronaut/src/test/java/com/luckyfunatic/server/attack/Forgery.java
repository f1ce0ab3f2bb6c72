package com.luckyfunatic.server.attack;

/**
 * A credential that must not open its door.
 *
 * @param how what was done to a good one
 * @param credential as it is shown, in a header with its scheme
 */
record Forgery(Door door, String how, String credential) {}
