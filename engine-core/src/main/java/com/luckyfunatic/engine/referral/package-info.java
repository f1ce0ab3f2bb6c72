/** Referrals: who invited whom, and the reward when the friend starts to play. */
@NullMarked
package com.luckyfunatic.engine.referral;

import org.jspecify.annotations.NullMarked;
