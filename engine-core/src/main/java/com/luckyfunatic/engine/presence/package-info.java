/**
 * When players are there: stretches of play, from their first request until they have been idle for
 * five minutes. Not to be mixed up with the logins of {@code com.luckyfunatic.engine.session}: one
 * login may lead to many of these.
 */
@NullMarked
package com.luckyfunatic.engine.presence;

import org.jspecify.annotations.NullMarked;
