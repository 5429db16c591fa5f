-- SPDX-License-Identifier: GPL-3.0-or-later
-- What currencies were worth on a day, to see the revenue of a book in several of them as one figure (ANA-2). Invoices,
-- payments and the ledger never use them: those stay in the currency they were made in.

create table exchange_rate (
  base text not null check (base ~ '^[A-Z]{3}$'),
  quote text not null check (quote ~ '^[A-Z]{3}$'),
  day date not null,
  rate numeric not null check (rate > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (base, quote, day),
  constraint exchange_rate_pair check (base <> quote)
);
comment on column exchange_rate.rate is 'Units of the quote currency for one of the base';

call protect('exchange_rate', tenant => '', worker => 'riu', success => 'r', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call settle_ownership();
