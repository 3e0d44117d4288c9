;;; emacs.el --- A session of Emacs' eglot with the server  -*- lexical-binding: t -*-
;; Finding, hover, definition, references, completion, formatting, rename. Environment: KLS_SERVER the
;; launcher, KLS_PAGE.el the set-up of the page, KLS_TREE the tree that run.sh made. Ends with status 1 at the first answer that is wrong.

(setq load-prefer-newer t)
(setq-default case-fold-search nil)
(let ((default-directory "/usr/share/emacs/site-lisp/elpa/"))
  (when (file-directory-p default-directory)
    (normal-top-level-add-subdirs-to-load-path)))
(require 'eglot)
(require 'flymake)
(require 'xref)

(load (concat (getenv "KLS_PAGE") ".el") nil t)
(setq eglot-sync-connect 60
      eglot-connect-timeout 60
      eglot-confirm-server-initiated-edits nil
      ;; the tree is no checkout: say what the project is
      project-find-functions (list (lambda (_) (cons 'transient (getenv "KLS_TREE"))))
      create-lockfiles nil
      make-backup-files nil
      auto-save-default nil)

(defun test-fail (what &optional value)
  (message "Emacs: %s %S" what value)
  (kill-emacs 1))

(defun test-expect (condition what &optional value)
  (unless condition (test-fail what value)))

(defun test-wait (what condition)
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall condition) (test-fail (concat "timed out: " what)))))

(defun test-go (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun test-session ()
  (let* ((tree (getenv "KLS_TREE"))
         (root (find-file-noselect (expand-file-name "Kconfig" tree)))
         drivers
         server)
    (with-current-buffer root
      (apply #'eglot (eglot--guess-contact))
      (setq server (eglot-current-server))
      (flymake-mode 1)
      (test-wait "a finding" (lambda () (flymake-start) (= 1 (length (flymake-diagnostics)))))
      (let ((finding (car (flymake-diagnostics))))
        (test-expect (= 10 (line-number-at-pos (flymake-diagnostic-beg finding))) "line of the finding" finding)
        (test-expect (string-match-p "NETT" (flymake-diagnostic-text finding)) "finding" finding))
      (test-go "NET\n")
      (let ((hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))))
        (test-expect (string-match-p "Networking" (format "%S" hover)) "hover" hover))
      (test-go "PHY\n")
      (let ((found (xref-backend-references 'eglot "LSP identifier at point.")))
        (test-expect (= 2 (length found)) "references" (length found)))
      (test-go "NETT")
      (forward-char 3)
      (let ((items (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams))))
        (test-expect (string-match-p "\"NET\"" (format "%S" items)) "completion" items))
      (test-go "NETT")
      (forward-char 3)
      (delete-char 1)
      (eglot--signal-textDocument/didChange)
      (test-wait "the finding to go" (lambda () (flymake-start) (null (flymake-diagnostics)))))
    (setq drivers (find-file-noselect (expand-file-name "drivers/Kconfig" tree)))
    (with-current-buffer drivers
      (test-wait "the second document" (lambda () eglot--managed-mode))
      (test-go "NET")
      (let ((found (xref-backend-definitions 'eglot "LSP identifier at point.")))
        (test-expect (= 1 (length found)) "definition" found))
      (eglot-format-buffer)
      (test-expect (save-excursion (goto-char (point-min)) (search-forward "\n\tbool \"Ethernet\"\n" nil t)) "formatting" (buffer-string))
      (test-go "NET")
      (eglot--signal-textDocument/didChange) ; as the pause does that a user makes
      (eglot-rename "NETWORK")
      (test-expect (save-excursion (goto-char (point-min)) (search-forward "depends on NETWORK\n" nil t)) "rename" (buffer-string)))
    (with-current-buffer root
      (test-expect (save-excursion (goto-char (point-min)) (search-forward "config NETWORK\n" nil t)) "rename" (buffer-string))
      (set-buffer-modified-p nil))
    (with-current-buffer drivers (set-buffer-modified-p nil))
    (with-current-buffer (find-file-noselect (expand-file-name "small_defconfig" tree))
      (test-expect (eq major-mode 'kconfig-config-mode) "mode of a configuration" major-mode)
      (test-wait "the configuration" (lambda () eglot--managed-mode))
      (flymake-mode 1)
      (test-wait "its finding" (lambda () (flymake-start) (= 1 (length (flymake-diagnostics)))))
      (let ((finding (car (flymake-diagnostics))))
        (test-expect (string-match-p "PHYY" (flymake-diagnostic-text finding)) "finding" finding)))
    (eglot-shutdown server)))

(condition-case failure
    (progn
      (test-session)
      (message "Emacs: all answers right")
      (kill-emacs 0))
  (error (test-fail "error" failure)))
;;; emacs.el ends here
