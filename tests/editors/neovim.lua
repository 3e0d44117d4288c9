-- A session of Neovim (0.7 or newer) with the server: finding, hover, definition, references, completion, rename, formatting.
-- Environment: KLS_PAGE.lua the set-up of the page, KLS_TREE the tree that run.sh made. Ends with status 1 at the first answer that is wrong.
local tree = vim.env.KLS_TREE
local client, buffer

local function wait(what, condition)
  assert(vim.wait(30000, condition, 20), 'timed out: ' .. what)
end

local function request(method, params)
  local answer, failure = client.request_sync(method, params, 30000, buffer)
  assert(answer, method .. ': ' .. tostring(failure))
  assert(not answer.err, method .. ': ' .. vim.inspect(answer.err))
  return answer.result
end

local function at(line, column)
  return { textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = line, character = column } }
end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(tree .. '/' .. name))
  buffer = vim.api.nvim_get_current_buf()
end

local function expect(condition, what, value)
  assert(condition, what .. ': ' .. vim.inspect(value))
end

-- Neovim 0.7 lacks three functions that the set-up needs.
local function complete()
  if vim.fn.has('nvim-0.8') == 1 then return end
  vim.g.do_filetype_lua = 1
  vim.fs = {
    dirname = function(path) return vim.fn.fnamemodify(path, ':h') end,
    find = function(names, options)
      for _, name in ipairs(names) do
        local file = vim.fn.findfile(name, options.path .. ';')
        if file ~= '' then return { vim.fn.fnamemodify(file, ':p') } end
      end
      return {}
    end,
  }
  vim.lsp.start = function(config, options)
    config.workspace_folders = { { uri = vim.uri_from_fname(config.root_dir), name = 'tree' } }
    local running = vim.lsp.get_active_clients()[1]
    vim.lsp.buf_attach_client(options.bufnr, running and running.id or vim.lsp.start_client(config))
  end
end

local function session()
  complete()
  vim.cmd('luafile ' .. vim.env.KLS_PAGE .. '.lua')
  vim.cmd('filetype on')
  open('Kconfig')
  wait('initialize', function()
    client = vim.lsp.get_active_clients()[1]
    return client and client.initialized
  end)

  wait('a finding', function() return #vim.diagnostic.get(buffer) == 1 end)
  local finding = vim.diagnostic.get(buffer)[1]
  expect(finding.lnum == 9 and finding.message:find('NETT'), 'the finding', finding)

  local hover = request('textDocument/hover', at(2, 8))
  expect(vim.inspect(hover.contents):find('Networking'), 'hover', hover)
  local references = request('textDocument/references',
    vim.tbl_extend('force', at(7, 8), { context = { includeDeclaration = true } }))
  expect(#references == 2, 'references', references)
  local completion = request('textDocument/completion', at(9, 15))
  local labels = vim.tbl_map(function(item) return item.label end, completion.items)
  expect(vim.tbl_contains(labels, 'NET'), 'completion', labels)
  local symbols = request('textDocument/documentSymbol', { textDocument = at(0, 0).textDocument })
  expect(#symbols == 2, 'symbols', symbols)

  vim.api.nvim_buf_set_lines(buffer, 9, 10, false, { '\tdepends on NET' })
  wait('the finding to go', function() return #vim.diagnostic.get(buffer) == 0 end)

  open('drivers/Kconfig')
  wait('the second document', function() return vim.lsp.buf_is_attached(buffer, client.id) end)
  local definition = request('textDocument/definition', at(2, 13))
  expect(definition[1].uri:find('/tree/Kconfig') and definition[1].range.start.line == 2, 'definition', definition)
  local edits = request('textDocument/formatting',
    { textDocument = at(0, 0).textDocument, options = { tabSize = 8, insertSpaces = false } })
  vim.lsp.util.apply_text_edits(edits, buffer, client.offset_encoding)
  local line = vim.api.nvim_buf_get_lines(buffer, 1, 2, false)[1]
  expect(line == '\tbool "Ethernet"', 'the formatted line', line)

  local rename = request('textDocument/rename', vim.tbl_extend('force', at(2, 13), { newName = 'NETWORK' }))
  vim.lsp.util.apply_workspace_edit(rename, client.offset_encoding)
  line = vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1]
  expect(line == '\tdepends on NETWORK', 'the renamed line', line)
  wait('no finding after the rename', function() return #vim.diagnostic.get() == 0 end)

  open('small_defconfig')
  expect(vim.bo.filetype == 'kconfig-config', 'the type of a configuration', vim.bo.filetype)
  wait('its finding', function() return #vim.diagnostic.get(buffer) == 1 end)
  expect(vim.diagnostic.get(buffer)[1].message:find('PHYY'), 'its finding', vim.diagnostic.get(buffer))
  vim.api.nvim_buf_set_lines(buffer, 0, 1, false, { 'CONFIG_NETWORK=y' })
  wait('its finding to go', function() return #vim.diagnostic.get(buffer) == 0 end)

  vim.lsp.stop_client(client.id)
  wait('the server to stop', function() return client.is_stopped() end)
end

local fine, failure = pcall(session)
if fine then
  io.stdout:write('Neovim: all answers right\n')
  vim.cmd('qall!')
else
  io.stderr:write('Neovim: ' .. tostring(failure) .. '\n')
  vim.cmd('cquit 1')
end
