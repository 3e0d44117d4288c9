/* Linked with a kernel's own Kconfig program by compare_menus.py: prints for each entry of the menu, as menu_finalize arranges it,
 * its place and the place of the entry that it is shown below. */
#include <stdio.h>
#include "lkc.h"

#ifdef FILE_IN_RECORD
#define NAME_OF(menu) ((menu)->file ? (menu)->file->name : "-")
#else
#define NAME_OF(menu) ((menu)->filename ? (menu)->filename : "-")
#endif

static void walk(struct menu *menu, const char *parent)
{
	char place[4096];

	for (; menu; menu = menu->next) {
		snprintf(place, sizeof(place), "%s:%d", NAME_OF(menu), menu->lineno);
		if (menu->sym || menu->prompt) /* what is left of an "if" has neither */
			printf("%s %s\n", place, parent);
		walk(menu->list, place);
	}
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	conf_parse(argv[1]);
	walk(rootmenu.list, "top");
	return 0;
}
