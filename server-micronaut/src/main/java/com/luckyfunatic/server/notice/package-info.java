/** What players are told. */
@NullMarked
package com.luckyfunatic.server.notice;

import org.jspecify.annotations.NullMarked;
