import type { Global } from './global-attributes.ts'

type Text = string | undefined
type Flag = boolean | undefined
type Value = string | number | undefined
type Method = 'get' | 'post' | 'dialog' | undefined
type Encoding = 'application/x-www-form-urlencoded' | 'multipart/form-data' | undefined

export interface Form extends Global {
  action?: Text
  method?: Method
  enctype?: Encoding
  novalidate?: Flag
  autocomplete?: 'on' | 'off' | undefined
  target?: Text
  name?: Text
}

interface Control extends Global {
  name?: Text
  form?: Text
  disabled?: Flag
}

interface Typed extends Control {
  autocomplete?: Text
  required?: Flag
  readonly?: Flag
  placeholder?: Text
  minlength?: number | undefined
  maxlength?: number | undefined
}

interface PopoverTrigger {
  popovertarget?: Text
  popovertargetaction?: 'show' | 'hide' | 'toggle' | undefined
}

export interface Button extends Control, PopoverTrigger {
  type?: 'submit' | 'button' | 'reset' | undefined
  value?: Value
  formaction?: Text
  formmethod?: Method
  formenctype?: Encoding
  formnovalidate?: Flag
  formtarget?: Text
  commandfor?: Text
  command?: Text
}

export interface Input extends Typed, PopoverTrigger {
  type?: InputType | undefined
  value?: Value
  checked?: Flag
  accept?: Text
  multiple?: Flag
  list?: Text
  min?: Value
  max?: Value
  step?: Value
  pattern?: Text
  size?: number | undefined
  capture?: 'user' | 'environment' | undefined
}

type InputType =
  | 'checkbox'
  | 'color'
  | 'date'
  | 'datetime-local'
  | 'email'
  | 'file'
  | 'hidden'
  | 'month'
  | 'number'
  | 'password'
  | 'radio'
  | 'range'
  | 'search'
  | 'submit'
  | 'tel'
  | 'text'
  | 'time'
  | 'url'
  | 'week'

export interface TextArea extends Typed {
  rows?: number | undefined
  cols?: number | undefined
  wrap?: 'soft' | 'hard' | undefined
}

export interface Select extends Control {
  autocomplete?: Text
  required?: Flag
  multiple?: Flag
  size?: number | undefined
}

export interface Option extends Global {
  value?: Value
  label?: Text
  selected?: Flag
  disabled?: Flag
}

export interface OptGroup extends Global {
  label: string
  disabled?: Flag
}

export interface FieldSet extends Control {}

export interface Label extends Global {
  for?: Text
}

export interface Output extends Global {
  for?: Text
  name?: Text
  form?: Text
}

export interface Meter extends Global {
  value: number
  min?: number | undefined
  max?: number | undefined
  low?: number | undefined
  high?: number | undefined
  optimum?: number | undefined
}

export interface Progress extends Global {
  value?: number | undefined
  max?: number | undefined
}
