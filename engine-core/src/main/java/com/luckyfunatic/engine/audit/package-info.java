/** What is recorded for good, and the seals that show whether it was changed since. */
@NullMarked
package com.luckyfunatic.engine.audit;

import org.jspecify.annotations.NullMarked;
