/** The files beside the store that the seals of the audit need. */
@NullMarked
package com.luckyfunatic.operations.audit;

import org.jspecify.annotations.NullMarked;
