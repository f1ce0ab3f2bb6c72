package com.luckyfunatic.engine.tap;

/**
 * The last numbered tap of one login session, kept so that repeating it changes nothing.
 *
 * @param session the login session
 * @param sequence the number of the last tap
 * @param accepted how many taps it was given
 * @param paid what it paid, funz
 */
public record TapSession(long session, long sequence, int accepted, long paid) {}
