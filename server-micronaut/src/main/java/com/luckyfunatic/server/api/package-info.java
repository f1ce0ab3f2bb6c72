/** What all routes share: the success envelope, idempotency keys, cursors and page sizes. */
@NullMarked
package com.luckyfunatic.server.api;

import org.jspecify.annotations.NullMarked;
