// Flat lines: every line starts with a token of its own and ends in NL, so each decision needs one
// token of lookahead and an error stays within its line. Blocks are nested by the tree builder.
parser grammar KconfigLines;

options { tokenVocab = KconfigLexer; }

file : line* EOF ;

line
    : kw=MAINMENU text=term NL                                          # mainMenuLine
    | kw=(CONFIG | MENUCONFIG | CONFIGDEFAULT) name=word NL             # entryLine
    | kw=CHOICE name=term? NL                                           # choiceLine
    | kw=MENU text=term NL                                              # menuLine
    | kw=COMMENT text=term NL                                           # commentLine
    | kw=IF_BLOCK value=or NL                                           # ifLine
    | kw=(ENDCHOICE | ENDMENU | ENDIF) NL                               # endLine
    | kw=SOURCE path=term NL                                            # sourceLine
    | kw=TYPE text=term? cond=condition? NL                                  # typeLine
    | kw=DEF_TYPE value=or cond=condition? NL                                # defaultLine
    | kw=DEFAULT value=or cond=condition? NL                                 # defaultLine
    | kw=PROMPT text=term cond=condition? NL                                 # promptLine
    | kw=DEPENDS on=ON? value=or cond=condition? NL                          # dependsLine
    | kw=SELECT target=term cond=condition? NL                               # selectLine
    | kw=RANGE low=term high=term cond=condition? NL                         # rangeLine
    | kw=VISIBLE cond=condition? NL                                          # visibleLine
    | kw=OPTION name=word (EQ value=term)? NL                           # optionLine
    | kw=(FLAG | RESET) cond=condition? NL                                   # flagLine
    | kw=SET first=word second=word? EQ value=term cond=condition? NL        # setLine
    | kw=WARNING text=term cond=condition? NL                                # warningLine
    | kw=HELP NL text=HELP_TEXT?                                        # helpLine
    | first=WORD (op=(EQ | COLON_EQ | PLUS_EQ) value=ASSIGN_VALUE? | second=junk)? NL   # wordLine
    | first=(STRING | OR | AND | OPERATOR) ~NL* NL                      # brokenLine
    ;

condition : IF value=or ;

junk : ~(NL | EQ | COLON_EQ | PLUS_EQ) ~NL* ;

or : parts+=and (OR parts+=and)* ;

and : parts+=not (AND parts+=not)* ;

not : bangs+=NOT* (open=LPAREN inner=or close=RPAREN | plain=comparison) ;

comparison : left=term (op=(EQ | NE | LT | LE | GT | GE) right=term)? ;

term : token=(WORD | STRING) ;

word : token=(WORD | ON) ;
