-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts wait for a person: they are listed by when they were made.
create index invoice_draft on invoice (created_at, organization_id, invoice_id) where status = 'draft';
