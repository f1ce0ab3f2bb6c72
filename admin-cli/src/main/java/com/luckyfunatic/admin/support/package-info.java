/** Support by way of a server, under an operator's own name. */
@NullMarked
package com.luckyfunatic.admin.support;

import org.jspecify.annotations.NullMarked;
