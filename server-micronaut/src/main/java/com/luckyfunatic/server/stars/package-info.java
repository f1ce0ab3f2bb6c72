/** What is paid in Telegram Stars: invoices, and what Telegram tells about them. */
@NullMarked
package com.luckyfunatic.server.stars;

import org.jspecify.annotations.NullMarked;
