-- Runs inside of Neovim, headless: attaches our language server to a memo with Neovim's own client and prints, as
-- JSON between two marks, what the client understood of diagnostics, hover and completion.
local memo, node, cli = vim.env.MEMO, vim.env.NODE, vim.env.CLI
vim.cmd('edit ' .. vim.fn.fnameescape(memo))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'policy-lens',
  cmd = { node, cli, 'lsp', '--stdio' },
  root_dir = vim.fn.fnamemodify(memo, ':h'),
  get_language_id = function() return 'zh-policy' end,
})
vim.lsp.buf_attach_client(buffer, client)

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

local line, column = place('技术经理人')
local hover = request('textDocument/hover', line, column + 1)
found.hover = hover and hover.contents.value or ''

vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '支持培养技术经' })
local last = vim.api.nvim_buf_line_count(buffer) - 1
local completion = request('textDocument/completion', last, 7) or {}
found.completions = vim.tbl_map(function(item) return item.label end, completion.items or completion)

print('\n<<<' .. vim.json.encode(found) .. '>>>')
vim.cmd('qa!')
