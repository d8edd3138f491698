-- Runs inside of Neovim, headless: attaches our language server to a memo with Neovim's own client and prints, as
-- JSON between two marks, what the client understood of diagnostics, quick fixes, hover, outline and completion.
local memo = vim.env.MEMO
vim.cmd('filetype on')
dofile(vim.env.CONFIG)
vim.cmd('edit ' .. vim.fn.fnameescape(memo))
local buffer = vim.api.nvim_get_current_buf()
vim.wait(30000, function() return next(vim.lsp.buf_get_clients(buffer)) ~= nil end, 20)
local client = next(vim.lsp.buf_get_clients(buffer))

local found = { client = client ~= nil, version = tostring(vim.version().minor) }
vim.wait(30000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
found.diagnostics = vim.tbl_map(function(one)
  return { code = one.code, message = one.message, line = one.lnum, severity = one.severity }
end, vim.diagnostic.get(buffer))

local function request(method, line, column, extra)
  local params = vim.tbl_extend('force', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    position = { line = line, character = column },
  }, extra or {})
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}
  local answer = answers[client] or {}
  return answer.result, answer.error
end

-- Neovim counts bytes, the protocol UTF-16 units: its own conversion is part of what is tried here.
local function place(word)
  for number, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local from = text:find(word, 1, true)
    if from then
      local _, units = vim.str_utfindex(text, from - 1)
      return number - 1, units
    end
  end
end

-- What the menu of quick fixes offers with the cursor there, a column in bytes from 0.
local function offered(number, byte)
  local titles
  vim.ui.select = function(items, _, choose)
    titles = vim.tbl_map(function(item) return (item[2] or item.action).title end, items)
    choose(nil)
  end
  vim.api.nvim_win_set_cursor(0, { number + 1, byte })
  vim.lsp.buf.code_action()
  vim.wait(10000, function() return titles ~= nil end, 20)
  return titles or {}
end

for _, one in ipairs(vim.diagnostic.get(buffer)) do
  if one.code == 'PL101' then found.actions = offered(one.lnum, one.col) end
end
local tagged = vim.fn.search('技术经理人', 'cw')
found.corrections = offered(tagged - 1, vim.fn.col('.') - 1)

local document = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
local symbols = (vim.lsp.buf_request_sync(buffer, 'textDocument/documentSymbol', document, 10000) or {})[client] or {}
found.outline = vim.tbl_map(function(symbol) return symbol.name end, symbols.result or {})

local line, column = place('技术经理人')
local hover = request('textDocument/hover', line, column + 1)
found.hover = hover and hover.contents.value or ''

vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '支持培养技术经' })
local last = vim.api.nvim_buf_line_count(buffer) - 1
local completion = request('textDocument/completion', last, 7) or {}
found.completions = vim.tbl_map(function(item) return item.label end, completion.items or completion)

print('\n<<<' .. vim.json.encode(found) .. '>>>')
vim.cmd('qa!')
