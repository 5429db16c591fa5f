-- SPDX-License-Identifier: GPL-3.0-or-later
-- `tenantryctl invoice show ID` knows no organization: it had read all invoices of all of them.

create index invoice_by_id on invoice (invoice_id);

call settle_ownership();
