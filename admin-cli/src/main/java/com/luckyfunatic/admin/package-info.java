/** The command line for support and live operations. */
@NullMarked
package com.luckyfunatic.admin;

import org.jspecify.annotations.NullMarked;
