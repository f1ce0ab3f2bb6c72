/** What seals show. */
@NullMarked
package com.luckyfunatic.storage.audit;

import org.jspecify.annotations.NullMarked;
