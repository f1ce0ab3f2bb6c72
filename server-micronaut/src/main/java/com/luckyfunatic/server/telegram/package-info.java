/**
 * Telegram's Mini App login data: parsing, both ways of validating it, and signing it for
 * development and tests.
 */
@NullMarked
package com.luckyfunatic.server.telegram;

import org.jspecify.annotations.NullMarked;
