/** Commands on what is recorded for good. */
@NullMarked
package com.luckyfunatic.admin.audit;

import org.jspecify.annotations.NullMarked;
