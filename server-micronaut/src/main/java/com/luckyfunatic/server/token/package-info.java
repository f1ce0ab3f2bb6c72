/**
 * The tokens that callers carry: issuing, verifying, and telling Micronaut Security who is calling.
 */
@NullMarked
package com.luckyfunatic.server.token;

import org.jspecify.annotations.NullMarked;
