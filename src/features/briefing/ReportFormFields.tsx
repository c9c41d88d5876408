import './reportForm.css';
import { useState } from 'react';
import {
  checkReportForm,
  LIST_FIELDS,
  mostChars,
  type ReportForm,
  SECRECY_MARKINGS,
  type SecrecyMarking,
} from '../../domain';
import { useFormat } from '../../i18n';
import { officialReportWords } from '../../i18n/officialReportWords';
import { useWords } from '../../i18n/useWords';
import { Button, InlineMessage, Select, TextField } from '../../ui';

export interface ReportFormFieldsProps {
  readonly form: ReportForm;
  readonly onForm: (form: ReportForm) => void;
  /** What is offered where nothing is written yet; the day as `YYYY-MM-DD`. */
  readonly suggested: Pick<ReportForm, 'place' | 'day'>;
  /** Whether fields that nobody has touched yet are told to be missing: after a report was asked for. */
  readonly isAsked: boolean;
}

type TextName = Exclude<keyof ReportForm, 'secrecy'>;

/** What an administrative document says of itself besides its content. */
export function ReportFormFields({ form, onForm, suggested, isAsked }: ReportFormFieldsProps) {
  const words = useWords(officialReportWords);
  const format = useFormat();
  const [left, setLeft] = useState<ReadonlySet<keyof ReportForm>>(new Set());
  const faults = new Map(checkReportForm(form).map(({ field, kind }) => [field, kind]));
  const errorOf = (name: TextName): string | null => {
    const kind = faults.get(name);
    return kind && (isAsked || left.has(name)) ? words.fault[kind](name, format.count(mostChars(name))) : null;
  };
  const field = (name: TextName) => {
    const hint = words.hint[name];
    return (
      <TextField
        label={words.field[name]}
        value={form[name]}
        onChange={(text) => onForm({ ...form, [name]: text })}
        onBlur={() => setLeft(new Set([...left, name]))}
        error={errorOf(name)}
        isMultiline={LIST_FIELDS.includes(name)}
        maxLength={mostChars(name)}
        {...(name === 'day' ? { type: 'date' } : {})}
        {...(hint === undefined ? {} : { hint })}
      />
    );
  };
  const offer = (name: 'place' | 'day') => {
    const text = suggested[name];
    if (form[name] !== '' || text === '') return null;
    return (
      <div>
        <Button onPress={() => onForm({ ...form, [name]: text })}>
          {words.use(name === 'day' ? format.date(text) : text)}
        </Button>
      </div>
    );
  };
  return (
    <div className="gr-ReportForm">
      <fieldset className="gr-ReportForm-group">
        <legend>{words.issuer}</legend>
        {field('superiorBody')}
        {field('issuingBody')}
        <div className="gr-Halves">
          {field('number')}
          {field('sign')}
        </div>
        <div className="gr-Halves">
          <div className="gr-Stack">
            {field('place')}
            {offer('place')}
          </div>
          <div className="gr-Stack">
            {field('day')}
            {offer('day')}
          </div>
        </div>
      </fieldset>
      <fieldset className="gr-ReportForm-group">
        <legend>{words.document}</legend>
        {field('documentType')}
        {field('abstract')}
        {field('addressees')}
      </fieldset>
      <fieldset className="gr-ReportForm-group">
        <legend>{words.signer}</legend>
        {field('signerAuthority')}
        {field('signerTitle')}
        {field('signerName')}
        {field('recipients')}
      </fieldset>
      <fieldset className="gr-ReportForm-group">
        <legend>{words.marking}</legend>
        <Select<SecrecyMarking>
          label={words.field.secrecy}
          options={SECRECY_MARKINGS.map((id) => ({ id, title: words.secrecy[id] }))}
          value={form.secrecy}
          onChange={(secrecy) => onForm({ ...form, secrecy })}
        />
        {form.secrecy !== 'none' && (
          <InlineMessage tone="info" title={words.secrecyTitle} detail={words.secrecyDetail} isLive />
        )}
        {field('circulation')}
      </fieldset>
    </div>
  );
}
