/** Seals on what is recorded for good, and the search for what was changed since. */
@NullMarked
package com.luckyfunatic.storage.audit;

import org.jspecify.annotations.NullMarked;
